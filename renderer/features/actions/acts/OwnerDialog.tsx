import { useState } from 'react';
import { OWNER_KIND_LABELS, OWNER_KINDS, type OwnerKind } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { RadioGroup, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';

const kinds = OWNER_KINDS.map((kind) => ({ key: kind, label: OWNER_KIND_LABELS[kind] }));

/** Who answers for it: a post, a group, everybody, or nobody yet. Never a person. */
export function OwnerDialog({ subject, onClose }: ActProps) {
  const [ownerKind, setOwnerKind] = useState<OwnerKind>('post');
  const [owner, setOwner] = useState('');
  const isNamed = ownerKind === 'post' || ownerKind === 'group';
  const submit = () =>
    runAct(
      () => client.actions.setOwner({ ids: [...subject.ids], ownerKind, owner: isNamed ? owner : '' }),
      `Set the owner of ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Set the owner of ${subjectWords(subject)}`}
      submitLabel="Set the owner"
      onClose={onClose}
      isReady={!isNamed || owner.trim() !== ''}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <RadioGroup
            label="Owner"
            options={kinds}
            value={ownerKind}
            onChange={(key) => setOwnerKind(key as OwnerKind)}
          />
          {isNamed && (
            <TextField
              label={ownerKind === 'post' ? 'Which post' : 'Which group'}
              hint="Not a person’s name."
              value={owner}
              onChange={setOwner}
              maxLength={500}
              error={missing(tried, owner, `Name the ${ownerKind}.`)}
              autoFocus
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
