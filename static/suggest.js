// Names below a search field while typing: an ARIA combobox.
for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.getElementById(input.getAttribute('aria-controls'));
  let wait,
    asked,
    chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (place) => {
    const options = [...list.children];
    chosen = (place + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute('aria-selected', at === chosen));
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
    input.setAttribute('aria-expanded', String(found.length > 0));
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const text = input.value.trim();
    if (!text) return close();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, asked).catch(() => null);
    if (answer?.ok && text === input.value.trim()) show(await answer.json());
  };

  input.oninput = () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 120);
  };
  input.onblur = close;
  input.onkeydown = (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) list.children[chosen].click();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
}
