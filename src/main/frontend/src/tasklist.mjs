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

/** Who belongs to several municipalities is, on a page whose address names one, only who they are there. */
function municipality() {
  const named = new URLSearchParams(globalThis.location?.hash?.split('?')[1] ?? '').get('kommune');
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
