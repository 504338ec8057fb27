const list = document.getElementById('operations');
const state = document.getElementById('state');
const filter = document.getElementById('filter');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function element(name, text, className) {
  const node = document.createElement(name);
  if (text) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function resolve(document_, node) {
  if (!node || !node.$ref) return node;
  return node.$ref.split('/').slice(1).reduce((at, key) => at && at[key], document_);
}

/** An example value for a schema: enough to see the shape at a glance. */
function sample(document_, schema, depth = 0) {
  const at = resolve(document_, schema) || {};
  if (at.example !== undefined) return at.example;
  if (at.enum) return at.enum.join(' | ');
  if (depth > 4) return '…';
  const type = Array.isArray(at.type) ? at.type.find((t) => t !== 'null') : at.type;
  if (at.properties) {
    return Object.fromEntries(Object.entries(at.properties).map(([name, value]) => [name, sample(document_, value, depth + 1)]));
  }
  if (type === 'array') return [sample(document_, at.items, depth + 1)];
  return at.format || type || 'any';
}

function body(document_, title, content) {
  const part = document.createDocumentFragment();
  for (const [type, { schema } = {}] of Object.entries(content || {})) {
    part.append(element('p', `${title} (${type})`));
    if (schema) part.append(element('pre', JSON.stringify(sample(document_, schema), null, 2)));
  }
  return part;
}

function operation(document_, path, method, details) {
  const box = element('details');
  const summary = element('summary');
  summary.append(element('span', method.toUpperCase(), 'method'), element('code', path), element('span', details.summary || '', 'hint'));
  const inner = element('div');
  if (details.description) inner.append(element('p', details.description));
  for (const each of details.parameters || []) {
    const parameter = resolve(document_, each);
    inner.append(element('p', `${parameter.in}: ${parameter.name}${parameter.required ? ' (required)' : ''} ${parameter.description || ''}`));
  }
  const request = resolve(document_, details.requestBody);
  if (request) inner.append(body(document_, 'Request', request.content));
  for (const [status, each] of Object.entries(details.responses || {})) {
    const response = resolve(document_, each);
    inner.append(element('p', `${status} ${response.description || ''}`));
    inner.append(body(document_, `Answer ${status}`, response.content));
  }
  box.append(summary, inner);
  box.dataset.text = `${method} ${path} ${details.summary || ''}`.toLowerCase();
  return box;
}

function show(document_) {
  let count = 0;
  for (const [path, item] of Object.entries(document_.paths).sort()) {
    for (const method of METHODS) {
      if (item[method]) {
        list.append(operation(document_, path, method, item[method]));
        count++;
      }
    }
  }
  state.textContent = `${count} operations.`;
}

filter.addEventListener('input', () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const box of list.children) box.hidden = !box.dataset.text.includes(wanted);
});

fetch('/openapi.json').then((answer) => answer.json()).then(show).catch(() => {
  state.textContent = 'The document cannot be loaded at the moment.';
});
