/** The data process as it is built, on the day of the run: a shell lets no option of Node's reach it. */
'use strict';

require('./one-day.cjs');
require('../../../out/db/process.cjs');
