/** Before each file: what its boards draw does not depend on which files its process ran before. */
import { beginSeeds } from './seeded-random.ts';

beginSeeds();
