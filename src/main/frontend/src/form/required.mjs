import { useExpressionEvaluation } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useMemo } from 'preact/hooks';

const FIELDS = ['textfield', 'textarea', 'number', 'checkbox', 'select', 'radio', 'checklist', 'taglist', 'datetime'];

/**
 * Shows the mark of required fields also where a field is required only together with another ("Verweis" where the value stands
 * elsewhere). The schema says when in the property `requiredWhen`; the rule itself, with a text that explains it, is the server's.
 */
function marked(Component) {
  const Marked = (props) => {
    const { field } = props;
    const required = useExpressionEvaluation(field.properties?.requiredWhen) === true;
    const shown = useMemo(
      () => (required ? { ...field, validate: { ...field.validate, required: true } } : field),
      [field, required],
    );
    return h(Component, { ...props, field: shown });
  };
  Marked.config = Component.config;
  return Marked;
}

function register(formFields) {
  FIELDS.forEach((type) => formFields.register(type, marked(formFields.get(type))));
}
register.$inject = ['formFields'];

/** form-js module: the mark of fields that are required under a condition; after all modules that bring fields of their own. */
export const MarkedWhenRequired = { __init__: [register] };
