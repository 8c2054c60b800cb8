// A form that asks for a passkey: it stays hidden where the browser knows none.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const listed = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));

async function made(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: listed(options.excludeCredentials),
  };
  const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
  return {
    ...{ id, rawId: text(rawId), type },
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

async function shown(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: listed(options.allowCredentials),
  };
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
  return {
    ...{ id, rawId: text(rawId), type },
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle && text(response.userHandle),
    },
  };
}

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    if (!form || !window.PublicKeyCredential || !window.isSecureContext) return;
    form.hidden = false;
    form.onsubmit = (event) => {
      event.preventDefault();
      this.walk(form);
    };
  }

  async walk(form) {
    const button = form.querySelector('button');
    this.say('');
    button.disabled = true;
    try {
      const { options } = await this.send('POST', {});
      const response = await (options.user ? made(options) : shown(options));
      const { to } = await this.send('PUT', { ...Object.fromEntries(new FormData(form)), response });
      location.assign(to);
    } catch (error) {
      const { failed, known } = this.dataset;
      this.say(error.says ?? (error.name === 'InvalidStateError' ? known : failed));
      button.disabled = false;
    }
  }

  async send(method, body) {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch(this.dataset.at + location.search, { method, headers, body: JSON.stringify(body) });
    const told = await answer.json();
    if (!told.ok)
      throw { says: told.problems?.[0]?.says[document.documentElement.lang.startsWith('en') ? 'en' : 'zh'] };
    return told;
  }

  say(words) {
    const place = this.querySelector('[role=alert]');
    place.textContent = words;
  }
}
if (!customElements.get('passkey-form')) customElements.define('passkey-form', PasskeyForm);
