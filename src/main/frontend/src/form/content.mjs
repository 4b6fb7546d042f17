/** The fields of a schema that carry data, with groups without a path opened: their fields belong to the level above. */
export function dataFields(components = []) {
  return components.flatMap((field) => {
    const name = field.key ?? field.path;
    if (name) {
      return [{ name, field }];
    }
    return field.components ? dataFields(field.components) : [];
  });
}

/**
 * What has been typed, in the shape of the form: all its fields, also those a condition hides at the moment, and nothing
 * that only serves to show it, such as choices. Read-only fields stay out, since they show what is known now.
 */
export function contentOf(components, data) {
  const content = {};
  for (const { name, field } of dataFields(components)) {
    const value = data?.[name];
    if (isEmpty(value) || (field.readonly && !field.components)) {
      continue;
    }
    if (field.type === 'dynamiclist') {
      content[name] = value.map((row) => rowOf(field.components, row));
    } else if (field.type === 'group') {
      const inside = contentOf(field.components, value);
      if (Object.keys(inside).length) {
        content[name] = inside;
      }
    } else {
      content[name] = value;
    }
  }
  return content;
}

// Rows are kept whole: a read-only field says which row it is.
function rowOf(components, row) {
  const kept = {};
  for (const { name, field } of dataFields(components)) {
    const value = row?.[name];
    if (!isEmpty(value)) {
      kept[name] = field.type === 'dynamiclist' ? value.map((inner) => rowOf(field.components, inner)) : field.components ? rowOf(field.components, value) : value;
    }
  }
  return kept;
}

function isEmpty(value) {
  return value === null || value === undefined || value === '';
}

/** Known data with a draft laid over it; what the draft's form had left empty is empty. */
export function withDraft(components, known, draft) {
  const data = structuredClone(known ?? {});
  for (const { name, field } of dataFields(components)) {
    if (field.type === 'group') {
      data[name] = withDraft(field.components, data[name] ?? {}, draft?.[name] ?? {});
    } else if (field.readonly && field.type !== 'dynamiclist') {
      continue;
    } else if (draft?.[name] === undefined) {
      delete data[name];
    } else {
      data[name] = structuredClone(draft[name]);
    }
  }
  return data;
}

/** Whether two contents say the same. Order of keys does not matter, the database has its own. */
export function sameContent(one, other) {
  return canonical(one) === canonical(other);
}

function canonical(value) {
  return JSON.stringify(value ?? null, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.keys(inner).sort().map((key) => [key, inner[key]]))
      : inner,
  );
}
