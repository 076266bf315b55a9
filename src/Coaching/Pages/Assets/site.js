// The page works without this file: it only fills in the zone and keeps the preview fresh.
const form = document.querySelector('form[data-live]');
if (form) {
  // To know the zone a browser loads its language data, a fifth of a second on a slow phone: not before the first answer.
  const fillZone = () => {
    const zone = form.elements.timeZone;
    if (!zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
  };
  // Hundreds of names: only for whoever types one.
  form.elements.timeZone.addEventListener('focus', event => {
    const zones = document.createElement('datalist');
    zones.id = 'zones';
    zones.append(...(Intl.supportedValuesOf?.('timeZone') ?? []).map(name => new Option(name)));
    event.target.after(zones);
    event.target.setAttribute('list', zones.id);
  }, { once: true });
  form.addEventListener('focusin', fillZone, { once: true });
  form.addEventListener('change', fillZone, { once: true });

  let timer, running;
  const refresh = async () => {
    if (form.querySelectorAll('[name^="week."]:checked').length < 7) return;
    running?.abort();
    running = new AbortController();
    const answers = new URLSearchParams(new FormData(form));
    answers.set('do', form.dataset.live);
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: answers, signal: running.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const plan = page.getElementById('plan');
      if (plan) document.getElementById('plan').replaceChildren(...plan.childNodes);
    } catch { /* The button still works. */ }
  };
  form.addEventListener('change', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 300);
  });
}
