/** What an answer other than 200 is turned into. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body?.message ?? `HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Address of one of our resources: beside Tasklist's own, so that its login and its cross-site protection cover it. */
export function resource(path) {
  const api = document.querySelector('base').getAttribute('tasklist-api');
  return `${api.replace(/tasklist\/$/, '')}kreislaufstadt/${path}`;
}

/** Reads one of our resources. */
export function read(path) {
  return call(path, {});
}

/** Posts to one of our resources. */
export function post(path, body = {}) {
  return send('POST', path, body);
}

/** Changes one of our resources. */
export function send(method, path, body, options = {}) {
  return call(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': crossSiteToken() },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
}

/** Deletes one of our resources. */
export function remove(path) {
  return send('DELETE', path);
}

/** Camunda wants the value of its cookie back as a header with everything that changes something. */
export function crossSiteToken() {
  return /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}

let about = null;

/**
 * From now on whoever belongs to several municipalities is only who they are in this one, wherever the address names none.
 *
 * @returns a function that ends this, unless another one has been named since
 */
export function speakingOf(city) {
  const mine = { city };
  about = mine;
  return () => {
    about = about === mine ? null : about;
  };
}

/** The municipality that requests are about; null for all that somebody belongs to. */
export function spokenOf() {
  return new URLSearchParams(globalThis.location?.hash?.split('?')[1] ?? '').get('kommune') ?? about?.city ?? null;
}

function municipality() {
  const named = spokenOf();
  return named ? { 'X-Kreislaufstadt-Kommune': named } : {};
}

async function call(path, { headers, ...options }) {
  const answer = await fetch(resource(path), {
    credentials: 'same-origin',
    headers: { Accept: 'application/json', ...municipality(), ...headers },
    ...options,
  });
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Refusal(answer.status, body);
  }
  return body;
}
