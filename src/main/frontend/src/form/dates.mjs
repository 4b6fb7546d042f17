import flatpickr from 'flatpickr';
import { German } from 'flatpickr/dist/esm/l10n/de.js';

import { language } from '../messages/index.mjs';

/** The date picker of form-js in German: names of days and months, weeks that begin on Monday. */
export const GermanDates = {
  use() {
    if (language() === 'de') {
      flatpickr.localize(German);
    }
  },
};
