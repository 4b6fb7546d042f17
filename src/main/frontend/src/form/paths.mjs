/** Reads a field path of the server: `stakeholders[0].name` is `['stakeholders', 0, 'name']`. */
export function readPath(path) {
  return (String(path ?? '').match(/[^.[\]]+/g) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** The field problems that a refused submission carries; none if it failed for another reason. */
export function fieldProblems(failure) {
  const errors = failure?.response?.body?.errors;
  return Array.isArray(errors) ? errors.filter((error) => error && error.message) : [];
}

/** Whether somebody else has completed the task first. */
export function isOvertaken(failure) {
  return failure?.response?.body?.type === 'CompletedMeanwhile';
}

/** Whether two paths are the same. */
export function samePath(one, other) {
  return one.length === other.length && one.every((part, index) => String(part) === String(other[index]));
}
