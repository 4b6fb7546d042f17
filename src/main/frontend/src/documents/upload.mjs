import { crossSiteToken, Refusal, resource } from '../tasklist.mjs';

/**
 * Sends one file. Not with fetch, which does not tell how much has been sent.
 *
 * @param path       resource that takes the file
 * @param file       the file, read from disk while it is sent
 * @param onProgress told the share that has been sent, 0 to 1
 * @param signal     aborts the upload
 * @returns the answer; rejects with a Refusal, whose status is 0 where the connection broke
 */
export function upload(path, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', resource(path));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Content-Disposition', disposition(file.name));
    request.setRequestHeader('X-XSRF-TOKEN', crossSiteToken());
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status === 201) {
        resolve(body);
      } else {
        reject(new Refusal(request.status, body));
      }
    });
    request.addEventListener('error', () => reject(new Refusal(0, null)));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** The header that names a file; not the address, which ends up in logs. */
export function disposition(name) {
  const wellFormed = name.toWellFormed?.() ?? name;
  const encoded = encodeURIComponent(wellFormed).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
