import { call, onSubmit } from '/api.js';

const form = document.getElementById('verify');
const token = new URLSearchParams(location.search).get('token');

// The token leaves the address bar at once: it must not end up in the history or on a screenshot.
history.replaceState(null, '', '/verify');

if (!token) {
  document.getElementById('explain').textContent = 'This link is incomplete. Open the one in your mail again.';
  form.querySelector('button').hidden = true;
  document.getElementById('go').hidden = false;
}

onSubmit(form, async () => {
  await call('POST', '/api/v1/auth/verify-email', { token });
  document.getElementById('explain').hidden = true;
  form.querySelector('button').hidden = true;
  const done = document.getElementById('done');
  done.textContent = 'Thank you, this is confirmed.';
  done.hidden = false;
  document.getElementById('go').hidden = false;
});
