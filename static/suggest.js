// Names below a search field while typing: an ARIA combobox.
for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = input.form.querySelector('ul');
  let chosen = -1;
  let wait, asked;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.ariaExpanded = false;
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (place) => {
    const options = [...list.children];
    chosen = (place + options.length) % options.length;
    options.forEach((option, at) => (option.ariaSelected = at === chosen));
    input.setAttribute('aria-activedescendant', options[chosen].id);
  };

  const show = (found) => {
    close();
    list.replaceChildren(
      ...found.map(({ title, href }, at) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${at}`;
        option.role = 'option';
        option.textContent = title;
        option.onmousedown = (event) => event.preventDefault();
        option.onclick = () => location.assign(href);
        return option;
      }),
    );
    list.hidden = found.length === 0;
    input.ariaExpanded = !list.hidden;
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const text = encodeURIComponent(input.value.trim());
    if (!text) return close();
    const answer = await fetch(`${input.dataset.suggest}?q=${text}`, asked).catch(close);
    if (answer?.ok) show(await answer.json().catch(() => []));
  };

  input.oninput = () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 120);
  };
  input.onblur = close;
  const keys = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(Math.max(chosen, 0) - 1),
    Enter: () => list.children[chosen].click(),
    Escape: close,
  };
  input.onkeydown = (event) => {
    const typing = list.hidden || event.isComposing || (event.key === 'Enter' && chosen < 0);
    if (typing || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  };
}
