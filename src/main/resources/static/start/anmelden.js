// Takes along what stands behind the # of the address, which no server sees.
const { pathname, search, hash } = globalThis.location;
globalThis.location.replace(`/anmelden?ziel=${encodeURIComponent(pathname + search + hash)}`);
