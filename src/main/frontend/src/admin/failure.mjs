import { text } from '../messages/index.mjs';

/** What went wrong, in words for the reader. */
export function failureText(failure) {
  return failure.status === 401 ? text('measures.signedOut') : (failure.body?.message ?? text('admin.failed'));
}
