// Without this file every page works; with it, a form that is being sent cannot be sent twice, and pictures follow the thumb that was chosen.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  form.querySelectorAll('button').forEach(button => button.setAttribute('aria-busy', 'true'));
});
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach(button => button.removeAttribute('aria-busy'));
  });
});
document.addEventListener('change', event => {
  if (event.target.matches('[data-send-on-change]')) event.target.form.requestSubmit();
});
