(function () {
  'use strict';
  const form = document.getElementById('filters');
  const search = document.getElementById('search');
  const status = document.getElementById('status');
  const none = document.getElementById('none');
  const groups = Array.from(document.querySelectorAll('tbody[data-feature]'));
  const rules = Array.from(document.querySelectorAll('tr.rule'));
  const texts = new Map(rules.map(rule => [rule, rule.textContent.toLowerCase()]));

  function chosen(name) {
    return Array.from(form.querySelectorAll('input[name="' + name + '"]:checked'), box => box.value);
  }

  function fits(values, value) {
    return values.length === 0 || values.includes(value);
  }

  function filter() {
    const verdicts = chosen('verdict');
    const levels = chosen('level');
    const features = chosen('feature');
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const group of groups) {
      let any = false;
      for (const rule of group.querySelectorAll('tr.rule')) {
        const visible = fits(features, group.dataset.feature)
          && fits(verdicts, rule.dataset.verdict)
          && fits(levels, rule.dataset.level)
          && words.every(word => texts.get(rule).includes(word));
        rule.hidden = !visible;
        any = any || visible;
        shown += visible ? 1 : 0;
      }
      group.hidden = !any;
    }
    none.hidden = shown > 0;
    status.textContent = shown + ' of ' + rules.length + (rules.length === 1 ? ' rule' : ' rules') + ' shown';
  }

  function openAll(open) {
    for (const rule of rules) {
      if (!open || !rule.hidden) {
        rule.querySelector('details').open = open;
      }
    }
  }

  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const rule = target && target.closest('tr.rule');
    if (rule) {
      if (rule.hidden) {
        form.reset();
      }
      const details = rule.querySelector('details');
      details.open = true;
      details.querySelector('summary').focus({ preventScroll: true });
      target.scrollIntoView();
    }
  }

  async function copy(button) {
    const text = button.closest('p').nextElementSibling.textContent;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      const range = document.createRange();
      range.selectNodeContents(button.closest('p').nextElementSibling);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      copied = document.execCommand('copy');
    }
    button.textContent = copied ? 'Copied' : 'Select and copy';
    status.textContent = copied ? 'Copied' : '';
  }

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    opened.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach(details => { details.open = false; }));

  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => { setTimeout(filter); });
  document.getElementById('open').addEventListener('click', () => openAll(true));
  document.getElementById('close').addEventListener('click', () => openAll(false));
  for (const button of document.querySelectorAll('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
  addEventListener('hashchange', openTarget);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) {
      openTarget();
    }
  });
  form.hidden = false;
  filter();
  openTarget();
})();
