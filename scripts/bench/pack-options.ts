import {
  PACK_SECTIONS,
  packOptions as givenOptions,
  type PackOptions,
  type PackSectionId,
} from '../../db/contract/packs.ts';
import { SAMPLE_BOARD_NAME } from '../../db/domain/sample.ts';

export const packOptions = (sections: readonly PackSectionId[] = PACK_SECTIONS): PackOptions =>
  givenOptions.parse({
    title: 'Status pack',
    body: SAMPLE_BOARD_NAME,
    meetingDate: null,
    purpose: 'information',
    marking: 'OFFICIAL-SENSITIVE',
    sections: [...sections],
  });
