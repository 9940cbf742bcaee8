import { Button, Notice, useReadOnly } from '../../ui/index.ts';
import { sizeInWords } from '../settings/backup-words.ts';
import { SyncFileNotice } from './SyncFileNotice.tsx';
import { changesInWords } from './sync-words.ts';
import { Trouble } from './Trouble.tsx';
import { useWritingFile, type WrittenFile } from './use-writing-file.ts';
import { StepProgress } from './StepProgress.tsx';

type Way = {
  /** From the beginning; else what some other laptop was not known to have. */
  readonly all: boolean;
  readonly label: string;
};

type WriteFileProps = {
  /** The usual one first. */
  readonly ways: readonly Way[];
  readonly kind?: 'primary' | 'secondary';
  /** What the person does with the file. */
  readonly next: string;
};

/** Buttons that write one file, how far it is, and where it was saved. */
export function WriteFile({ ways, kind = 'secondary', next }: WriteFileProps) {
  const { writing, write, keep, cancel } = useWritingFile();
  const isReadOnly = useReadOnly();
  const isWriting = writing.at === 'writing';
  return (
    <div className="ui-stack">
      <div className="ui-row">
        {ways.map(({ all, label }, place) => (
          <Button
            key={label}
            kind={place === 0 ? kind : 'quiet'}
            isDisabled={isReadOnly}
            onPress={() => isWriting || void write(all)}
          >
            {label}
          </Button>
        ))}
      </div>
      {isWriting && <StepProgress step={writing.step} onCancel={cancel} />}
      {writing.at === 'nothing' && <Notice>No other laptop lacks anything: no file was written.</Notice>}
      {writing.at === 'written' && (
        <SyncFileNotice
          kept={writing.kept}
          next={`${holds(writing.written)} ${next}`}
          onKeep={() => void keep(writing.written)}
        />
      )}
      {writing.at === 'failed' && <Trouble error={writing.error} />}
    </div>
  );
}

const holds = ({ operations, bytes }: WrittenFile): string =>
  `It holds ${changesInWords(operations)}, ${sizeInWords(bytes)}.`;
