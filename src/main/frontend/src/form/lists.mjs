import { DynamicList, Errors, Group } from '@bpmn-io/form-js-viewer';
import { Fragment, h } from 'preact';

// form-js shows problems at fields only. The server also refuses lists and groups as a whole ("at least two entries").
function withProblems(Component) {
  const Shown = (props) =>
    h(
      Fragment,
      null,
      h(Component, props),
      h(Errors, {
        id: `${props.domId}-error-message`,
        errors: (props.errors ?? []).filter?.((error) => typeof error === 'string') ?? [],
      }),
    );
  Shown.config = Component.config;
  return Shown;
}

function register(formFields) {
  formFields.register('dynamiclist', withProblems(DynamicList));
  formFields.register('group', withProblems(Group));
}
register.$inject = ['formFields'];

/** form-js module: lists and groups that show their own problems. */
export const ListsWithProblems = { __init__: [register] };
