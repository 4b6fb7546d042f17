import { localDate, text } from '../messages/index.mjs';
import { holderOf } from './cards.mjs';

/** Parts of Tasklist that the server refuses to everybody but administrators, or that ours replace, by place and id. */
const NOT_OFFERED = {
  // Knows the engine's words only; our own search takes its place.
  'tasklist.list': ['task-search'],
  'tasklist.navbar.action': ['create-task-action'],
  'tasklist.task.action': ['task-action-comment'],
  'tasklist.task.detail': ['task-detail-history'],
};

/** The line below a task's title: what Camunda's own shows, without the ways to change dates, groups and assignee by hand. */
const FACTS = `
  <ul class="meta list-inline dates ks-task-line">
    <li class="ks-due" ng-if="task.due">
      ${text('glance.due')} <strong>{{ task.due | ksDay }}</strong>
      <span class="ks-badge ks-badge-overdue" ng-if="task.due | ksPast">${text('measures.overdue')}</span>
    </li>
    <li class="ks-follow-up" ng-if="task.followUp">${text('glance.followUp')} <strong>{{ task.followUp | ksDay }}</strong></li>
  </ul>
  <ul class="meta list-inline actors ks-task-line">
    <li class="groups" ng-if="groupNames.length">${text('glance.department')} <strong>{{ groupNames.join(', ') }}</strong></li>
    <li class="assignee" ng-if="!hasAssignee()">
      <button type="button" class="claim btn-link" ng-click="claim()" ng-disabled="submitInProgress">{{ 'CLAIM_TASK' | translate }}</button>
    </li>
    <li class="assignee" ng-if="hasAssignee()">
      <span ng-if="isAssignee">${text('glance.mine')}</span>
      <span ng-if="!isAssignee">${text('glance.with')} <strong ks-holder></strong></span>
      <button type="button" class="unclaim btn-link" ng-if="isAssignee" ng-click="unclaim()" ng-disabled="submitInProgress">
        ${text('glance.unclaim')}</button>
    </li>
  </ul>`;

/** Takes out of Tasklist what staff cannot use; Angular has not started yet when this runs. */
export function takeOutWhatIsNotOffered() {
  const module = globalThis.angular?.module('cam.tasklist.custom');
  if (!module) {
    return;
  }
  module.directive('ksHolder', () => ({ link: showHolder }));
  module.filter('ksDay', () => localDate);
  module.filter('ksPast', () => isPast);
  module.config(['$provide', ($provide) => $provide.decorator('Views', ['$delegate', withoutNotOffered])]);
  module.config([
    '$provide',
    ($provide) => $provide.decorator('camTasklistTaskMetaDirective', ['$delegate', ([meta]) => [Object.assign(meta, { template: FACTS })]]),
  ]);
}

function showHolder(scope, [node]) {
  scope.$watchGroup(['task.id', 'task.assignee'], async ([id, assignee]) => {
    const name = id ? await holderOf(id) : null;
    if (scope.task?.id === id && scope.task?.assignee === assignee) {
      node.textContent = name ?? '';
    }
  });
}

/** The same list of views without those that are not offered. */
export function withoutNotOffered(views) {
  const all = views.getProviders.bind(views);
  views.getProviders = (place) => all(place).filter(({ id }) => !NOT_OFFERED[place.component]?.includes(id));
  return views;
}

/** Whether a moment lies behind. */
export function isPast(moment, now = Date.now()) {
  return new Date(moment).getTime() < now;
}
