import { call, newId, onSubmit, rememberCsrf } from '/api.js';

const EMOTIONS = ['HAPPY', 'CALM', 'GRATEFUL', 'EXCITED', 'PROUD', 'NEUTRAL', 'TIRED', 'BORED', 'STRESSED', 'ANXIOUS', 'SAD', 'ANGRY'];
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const byId = (id) => document.getElementById(id);
const trackers = new Map();
const invitation = new URLSearchParams(location.search).get('invitation');

// Mailed links lead here by other paths; what an invitation carries leaves the address bar at once.
if (location.pathname !== '/') history.replaceState(null, '', '/');

function notice(text) {
  byId('notice').textContent = text;
  byId('notice').hidden = !text;
}

function show(user) {
  byId('welcome').hidden = Boolean(user);
  byId('home').hidden = !user;
  byId('sign-out').hidden = !user;
  byId('who').hidden = !user;
  byId('who').textContent = user ? user.username : '';
  if (user) {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: user.timeZone || zone, year: 'numeric', month: '2-digit' }).formatToParts();
    const part = (type) => parts.find((each) => each.type === type).value;
    const report = `/api/v1/reports/monthly/${part('year')}-${part('month')}`;
    byId('report-link').href = `${report}.html`;
    byId('pdf-link').href = `${report}.pdf`;
  }
}

async function begin() {
  try {
    const user = await call('GET', '/api/v1/auth/me');
    show(user);
    await refresh();
  } catch (problem) {
    show(null);
    if (problem.status !== 401) notice(problem.message);
  }
}

async function refresh() {
  const [all, logs] = await Promise.all([call('GET', '/api/v1/trackers?limit=200'), call('GET', '/api/v1/logs?limit=15')]);
  trackers.clear();
  byId('trackers').replaceChildren(...all.items.map(trackerCard));
  byId('no-trackers').hidden = all.items.length > 0;
  byId('recent').replaceChildren(...logs.items.map(logLine));
  byId('no-logs').hidden = logs.items.length > 0;
}

function trackerCard(tracker) {
  trackers.set(tracker.id, tracker);
  const card = byId('tracker-template').content.cloneNode(true);
  card.querySelector('.name').textContent = tracker.name;
  card.querySelector('.tally').textContent = tally(tracker);
  const form = card.querySelector('form');
  form.setAttribute('aria-label', `Log ${tracker.name}`);
  if (tracker.type === 'NOTE') asNote(form);
  else if (tracker.unit) form.querySelector('.value-field').firstChild.textContent = `Value (${tracker.unit})`;
  const feelings = form.elements.namedItem('emotion');
  feelings.append(...EMOTIONS.map((emotion) => new Option(label(emotion), emotion)));
  onSubmit(form, (data) => record(tracker, data, form));
  return card;
}

/** What is written into a note tracker is its value; a second text field beside it would only confuse. */
function asNote(form) {
  form.querySelector('.note-field').remove();
  const field = form.querySelector('.value-field');
  field.firstChild.textContent = 'Note';
  field.classList.add('grow');
  field.querySelector('input').removeAttribute('inputmode');
}

function tally(tracker) {
  const count = tracker.logCount || 0;
  return count === 1 ? '1 entry' : `${count} entries`;
}

function label(emotion) {
  return emotion.charAt(0) + emotion.slice(1).toLowerCase();
}

async function record(tracker, data, form) {
  const log = { id: newId(), occurredAt: new Date().toISOString(), zoneId: zone };
  for (const name of ['value', 'description', 'emotion']) {
    const text = String(data.get(name) || '').trim();
    if (text) log[name] = name === 'value' && tracker.type !== 'NOTE' ? text.replace(',', '.') : text;
  }
  await call('POST', `/api/v1/trackers/${tracker.id}/logs`, log);
  form.reset();
  notice(`Logged to ${tracker.name}.`);
  await refresh();
}

function logLine(log) {
  const line = document.createElement('li');
  const time = document.createElement('time');
  time.dateTime = log.occurredAt;
  time.textContent = new Date(log.occurredAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  const tracker = trackers.get(log.trackerId);
  const name = document.createElement('span');
  name.textContent = tracker ? tracker.name : '';
  line.append(time, name);
  if (log.value !== null && log.value !== undefined) {
    const value = document.createElement('b');
    value.textContent = tracker && tracker.unit ? `${log.value} ${tracker.unit}` : String(log.value);
    line.append(value);
  }
  if (log.description) line.append(document.createTextNode(log.description));
  if (log.emotion) {
    const tag = document.createElement('span');
    tag.className = 'tag';
    tag.textContent = label(log.emotion);
    line.append(tag);
  }
  return line;
}

const COOKIE = { headers: { 'X-Session-Mode': 'cookie' } };
let mfaToken = null;

async function welcome(answer) {
  rememberCsrf(answer.csrfToken);
  byId('sign-in').reset();
  notice('');
  show(answer.user);
  byId('main').focus();
  await refresh();
}

/** Shows the form for the code in the place of the one for the password, or the other way round. */
function askForCode(token) {
  mfaToken = token;
  byId('sign-in').hidden = Boolean(token);
  byId('second-step').hidden = !token;
  byId('second-step').reset();
  (token ? byId('second-step') : byId('sign-in')).querySelector('input').focus();
}

onSubmit(byId('sign-in'), async (data) => {
  byId('resend').hidden = true;
  try {
    await welcome(await call('POST', '/api/v1/auth/login',
      { login: data.get('login'), password: data.get('password'), remember: data.has('remember') }, COOKIE));
  } catch (problem) {
    byId('resend').hidden = problem.slug !== 'email-not-verified';
    if (problem.slug !== 'mfa-required') throw problem;
    askForCode(problem.mfaToken);
  }
});

onSubmit(byId('second-step'), async (data) => {
  const answer = await call('POST', '/api/v1/auth/login/mfa', { mfaToken, code: data.get('code').trim() }, COOKIE);
  askForCode(null);
  await welcome(answer);
});

byId('start-over').addEventListener('click', () => askForCode(null));

/** A button that has a link mailed to the address in the sign-in form. */
function mailsALink(button, path) {
  button.addEventListener('click', async () => {
    const field = byId('sign-in').elements.namedItem('login');
    const email = field.value.trim();
    if (!email.includes('@')) {
      notice(`Write your e-mail address into the first field, then press “${button.textContent}” again.`);
      field.focus();
      return;
    }
    try {
      await call('POST', path, { email });
      notice('If there is an account for this address, a mail with a link is on its way.');
    } catch (problem) {
      notice(problem.message);
    }
  });
}

mailsALink(byId('forgot'), '/api/v1/auth/password/forgot');
mailsALink(byId('resend'), '/api/v1/auth/verify-email/resend');

onSubmit(byId('register'), async (data) => {
  await call('POST', '/api/v1/auth/register', {
    ...(invitation ? { invitation } : {}),
    email: data.get('email'), username: data.get('username'), password: data.get('password'),
    timeZone: zone, locale: navigator.language.split('-')[0],
  });
  byId('register').reset();
  notice('Almost done: we sent you a mail. Open the link in it to confirm your address, then sign in.');
  byId('main').focus();
});

onSubmit(byId('new-tracker'), async (data) => {
  const tracker = { id: newId(), name: data.get('name'), type: data.get('type') };
  for (const name of tracker.type === 'NUMERIC' ? ['whatToTrack', 'unit'] : []) {
    const text = String(data.get(name) || '').trim();
    if (text) tracker[name] = text;
  }
  await call('POST', '/api/v1/trackers', tracker);
  byId('new-tracker').reset();
  byId('number-fields').hidden = false;
  await refresh();
});

byId('new-tracker').elements.namedItem('type').addEventListener('change', (event) => {
  byId('number-fields').hidden = event.target.value !== 'NUMERIC';
});

byId('sign-out').addEventListener('click', async () => {
  try {
    await call('POST', '/api/v1/auth/logout');
  } catch (problem) {
    if (problem.status !== 401) {
      notice(problem.message);
      return;
    }
  }
  rememberCsrf(null);
  byId('trackers').replaceChildren();
  byId('recent').replaceChildren();
  show(null);
  notice('You are signed out.');
});

begin();
