/**
 * Makes a schema ready for the page. Rows of lists stay visible, since a collapsed row hides its problems,
 * and times use 24 hours.
 */
export function prepare(schema) {
  return { ...schema, components: (schema.components ?? []).map(prepareField) };
}

function prepareField(field) {
  const prepared = { ...field };
  if (field.type === 'dynamiclist') {
    prepared.disableCollapse = true;
  }
  if (field.type === 'datetime') {
    prepared.use24h = true;
  }
  if (field.components) {
    prepared.components = field.components.map(prepareField);
  }
  return prepared;
}
