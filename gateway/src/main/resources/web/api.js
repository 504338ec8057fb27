// The browser's side of the BFF: cookies are HttpOnly, so all a script ever holds is the CSRF token, in memory.

let csrfToken = null;

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The server answered ${status}.`);
    this.status = status;
    this.slug = String(body.type || '').split('/').pop();
    this.errors = body.errors || [];
    this.mfaToken = body.mfaToken;
  }
}

async function csrf() {
  if (!csrfToken) {
    const answer = await fetch('/api/v1/auth/csrf');
    if (!answer.ok) throw await problemOf(answer);
    csrfToken = (await answer.json()).csrfToken;
  }
  return csrfToken;
}

async function problemOf(answer) {
  const body = await answer.json().catch(() => ({}));
  return new Problem(answer.status, body);
}

export function rememberCsrf(token) {
  csrfToken = token;
}

/** Calls the API; a stale CSRF token (the session began or ended in another tab) is renewed once. */
export async function call(method, path, body, { headers = {}, again = true } = {}) {
  const unsafe = method !== 'GET';
  const all = { Accept: 'application/json', ...headers };
  if (unsafe) {
    all['Content-Type'] = 'application/json';
    all['X-CSRF-Token'] = await csrf();
  }
  let answer;
  try {
    answer = await fetch(path, { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Problem(0, { detail: 'The server cannot be reached. Please try again.' });
  }
  if (answer.ok) return answer.status === 204 || answer.status === 202 ? null : exact(await answer.text());
  const problem = await problemOf(answer);
  if (problem.slug === 'csrf-rejected' && again) {
    csrfToken = null;
    return call(method, path, body, { headers, again: false });
  }
  throw problem;
}

/** Keeps the digits of a log's value: 7.50 stays 7.50 where the browser can tell (JSON.parse source text access). */
function exact(text) {
  return JSON.parse(text, (name, value, context) =>
    (name === 'value' && typeof value === 'number' && context?.source ? context.source : value));
}

/** Shows a problem in a form: what belongs to a field beside the field, the rest above the button. */
export function showProblem(form, problem) {
  let placed = 0;
  const rest = [];
  for (const { field, message } of problem.errors || []) {
    const place = form.querySelector(`.field-error[data-for="${CSS.escape(field)}"]`);
    const input = form.elements.namedItem(field);
    if (place && input) {
      place.textContent = message;
      input.setAttribute('aria-invalid', 'true');
      if (placed++ === 0) input.focus();
    } else {
      rest.push(`${field} ${message}.`);
    }
  }
  const error = form.querySelector('.error');
  error.textContent = [placed === 0 || rest.length ? problem.message : '', ...rest].join(' ').trim();
  error.hidden = !error.textContent;
}

export function clearProblem(form) {
  form.querySelectorAll('.field-error').forEach((place) => { place.textContent = ''; });
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
  form.querySelector('.error').hidden = true;
}

/** Runs a form's action with the button disabled, so that impatience sends nothing twice. */
export function onSubmit(form, action) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button[type=submit]');
    clearProblem(form);
    button.disabled = true;
    try {
      await action(new FormData(form));
    } catch (problem) {
      showProblem(form, problem);
    } finally {
      button.disabled = false;
    }
  });
}

/** A UUIDv7 (RFC 9562), so that a repeated create is recognised. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
