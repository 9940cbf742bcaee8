import { describe, expect, it } from 'vitest';
import {
  isLastGroup,
  lastGroupLength,
  recoveryCodeGroups,
} from '../../../../renderer/features/welcome/recovery-code.ts';

const code = '7HF8-QDHA-46WD';

describe('recovery code', () => {
  it('is shown in the groups it is printed in', () => {
    expect(recoveryCodeGroups(code)).toEqual(['7HF8', 'QDHA', '46WD']);
    expect(lastGroupLength(code)).toBe(4);
  });

  it.each(['46WD', '46wd', ' 46wd ', '46-wd'])('is confirmed by its last group: %s', (typed) => {
    expect(isLastGroup(typed, code)).toBe(true);
  });

  it.each(['', '7HF8', '46W', '46WDX'])('is not confirmed by "%s"', (typed) => {
    expect(isLastGroup(typed, code)).toBe(false);
  });
});
