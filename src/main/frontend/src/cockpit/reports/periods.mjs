/** The periods one may report on today, the most likely first: the half-year and the year that ended last, then those that run. */
export function periodsOf(today) {
  const year = today.getFullYear();
  const second = today.getMonth() >= 6;
  return [second ? `${year}-H1` : `${year - 1}-H2`, `${year - 1}`, second ? `${year}-H2` : `${year}-H1`, `${year}`];
}
