import type { PackFormat } from '../../../db/contract/packs.ts';
import { packHref } from '../../app/links.ts';
import { Button, Link, Notice, Progress } from '../../ui/index.ts';
import type { PackFile } from './pack-files.ts';
import { type PackOutcome, type PackSaving, type RegisterOutcome, savedDocuments } from './pack-saving.ts';
import { FORMAT_WORDS, FORMATS_IN_ORDER } from './pack-words.ts';

type ReportProps = {
  readonly saving: PackSaving;
  readonly onCancel: () => void;
  readonly onSaveKept: (format: PackFormat, file: PackFile) => Promise<void>;
  readonly onRecord: () => Promise<void>;
};

/** What became of each document, and what is being written, how far, with Cancel. */
export function PackSavingReport({
  saving: { underWay, outcomes, register },
  onCancel,
  onSaveKept,
  onRecord,
}: ReportProps) {
  const names = savedDocuments(outcomes).map(({ fileName }) => fileName);
  return (
    <div className="pack-saving">
      {names.length > 0 && <SavedNotice names={names} register={register} />}
      {register?.outcome === 'not-recorded' && (
        <Notice
          kind="error"
          title="Saved, but not recorded in the register"
          action={<Button onPress={() => void onRecord()}>Record it again</Button>}
        >
          {register.message}
        </Notice>
      )}
      {FORMATS_IN_ORDER.map((format) => {
        const outcome = outcomes[format];
        if (outcome === undefined || outcome.outcome === 'saved') return null;
        return (
          <TroubleNotice
            key={format}
            format={format}
            trouble={outcome}
            onSaveKept={(file) => void onSaveKept(format, file)}
          />
        );
      })}
      {underWay && (
        <div className="pack-progress">
          <Progress
            label={`${FORMAT_WORDS[underWay.format].label}: ${underWay.doing}`}
            done={underWay.done}
            onCancel={onCancel}
          />
        </div>
      )}
    </div>
  );
}

type SavedNoticeProps = { readonly names: readonly string[]; readonly register: RegisterOutcome | null };

function SavedNotice({ names, register }: SavedNoticeProps) {
  return (
    <Notice title={names.length === 1 ? 'Document saved' : `${names.length} documents saved`}>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {register?.outcome === 'waiting' && (
        <p>
          Recorded in the register once the documents below are saved, or when you leave this page or save the pack
          anew.
        </p>
      )}
      {register?.outcome === 'recorded' && (
        <p>
          Recorded in the register as <Link href={packHref(register.packId)}>{`pack ${register.number}`}</Link>.
        </p>
      )}
    </Notice>
  );
}

type TroubleProps = {
  readonly format: PackFormat;
  readonly trouble: Exclude<PackOutcome, { readonly outcome: 'saved' }>;
  readonly onSaveKept: (file: PackFile) => void;
};

function TroubleNotice({ format, trouble, onSaveKept }: TroubleProps) {
  const { label } = FORMAT_WORDS[format];
  switch (trouble.outcome) {
    case 'put-off':
      return (
        <Notice title={`${label} not saved`} action={<Button onPress={() => onSaveKept(trouble.file)}>Save it</Button>}>
          No place was chosen. The document is written and kept until you leave this page or save the pack anew.
        </Notice>
      );
    case 'refused':
      return (
        <Notice
          kind="error"
          title={`${label} written, but not saved`}
          action={<Button onPress={() => onSaveKept(trouble.file)}>Save it again</Button>}
        >
          {trouble.message} If the file is open in Word or Excel, close it there first. The document is kept until you
          leave this page or save the pack anew.
        </Notice>
      );
    case 'not-written':
      return (
        <Notice kind="error" title={`${label} not written`}>
          {trouble.message}
        </Notice>
      );
    case 'stopped':
      return <Notice title={`${label} stopped`}>Nothing of it was saved.</Notice>;
  }
}
