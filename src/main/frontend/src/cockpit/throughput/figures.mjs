import { localNumber, text } from '../../messages/index.mjs';

const HOURS_OF_DAY = 24;

/** A duration as people read it: hours below three days, then days. Nothing where nothing was measured. */
export function durationText(duration) {
  if (!duration) {
    return null;
  }
  if (duration.unit === 'HOURS') {
    return duration.value === 0 ? text('throughput.underAnHour') : text('throughput.hours', duration.value);
  }
  return text('throughput.days', localNumber(duration.value));
}

/** The same in days, for the axis of a chart; null stays null. */
export function inDays(duration) {
  if (!duration) {
    return null;
  }
  return duration.unit === 'DAYS' ? duration.value : Math.round((duration.value / HOURS_OF_DAY) * 100) / 100;
}

/** How many of the tasks with a deadline were done in time, in per cent and as numbers. */
export function inTimeText({ withDeadline, inTime }) {
  return withDeadline ? text('throughput.inTime', Math.round((inTime / withDeadline) * 100), inTime, withDeadline) : null;
}

/** Upper ends of the levels of the heat map, in days; what is longer is the last level. */
export const LEVELS = [2, 5, 10, 20];

/** Level of a duration: 1 (quick) to 5 (long), 0 where nothing may be shown. */
export function levelOf(duration) {
  if (!duration) {
    return 0;
  }
  const days = inDays(duration);
  const index = LEVELS.findIndex((end) => days < end);
  return index < 0 ? LEVELS.length + 1 : index + 1;
}

/** A level in words. */
export function levelText(level) {
  if (level === 0) {
    return text('throughput.level.none');
  }
  if (level === 1) {
    return text('throughput.level.below', LEVELS[0]);
  }
  return level > LEVELS.length ? text('throughput.level.from', LEVELS.at(-1)) : text('throughput.level.between', LEVELS[level - 2], LEVELS[level - 1]);
}
