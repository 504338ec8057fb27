import { call, onSubmit } from '/api.js';

const form = document.getElementById('reset');
const token = new URLSearchParams(location.search).get('token');

// The token leaves the address bar at once: it must not end up in the history or on a screenshot.
history.replaceState(null, '', '/reset');

onSubmit(form, async (data) => {
  await call('POST', '/api/v1/auth/password/reset', { token, newPassword: data.get('newPassword') });
  form.querySelector('label').hidden = true;
  form.querySelector('button').hidden = true;
  const done = document.getElementById('done');
  done.textContent = 'Your password is changed, and every session has ended.';
  done.hidden = false;
  document.getElementById('go').hidden = false;
});
