/** Marks the page with what its reader may open, so that styles can hide what would only be refused. */
export function markWhatOneMayOpen(module) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    (scope) =>
      scope.$watch('authentication', (who) => {
        for (const app of ['cockpit', 'admin']) {
          document.documentElement.classList.toggle(`ks-may-open-${app}`, Boolean(who?.authorizedApps?.includes(app)));
        }
      }),
  ]);
}

/** Marks Cockpit for operators, who alone may retry there, suspend and cancel; whoever looks at tasks, too, is none for this. */
export function markOperators(module) {
  globalThis.angular?.module(module).run([
    '$rootScope',
    (scope) =>
      scope.$watch('authentication', async (who) => {
        const groups = who?.name ? await groupsOf(who.name) : [];
        document.documentElement.classList.toggle('ks-operates', operatesOnly(groups));
      }),
  ]);
}

/** Whether somebody of these groups looks after jobs and sees no tasks. */
export function operatesOnly(groups) {
  return groups.includes('operators') && !groups.some((group) => /-(managers|monitors|auditors)$/.test(group));
}

async function groupsOf(user) {
  const api = document.querySelector('base').getAttribute('engine-api');
  const answer = await fetch(`${api}engine/default/identity/groups?userId=${encodeURIComponent(user)}`, { credentials: 'same-origin' });
  return answer.ok ? (await answer.json()).groups.map(({ id }) => id) : [];
}
