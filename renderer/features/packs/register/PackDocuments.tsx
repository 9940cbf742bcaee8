import type { IssuedDocument, RegisteredPackDetail } from '../../../../db/contract/pack-register.ts';
import { Button, Notice, Progress, Section, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { formatLabel, sizeWords } from './document-words.ts';
import { type MadeAgain, useMakingAgain } from './use-making-again.ts';

/** What was saved, and the way to write each once more: the register keeps what identifies a document, not its bytes. */
export function PackDocuments({ pack }: { readonly pack: RegisteredPackDetail }) {
  const { underWay, made, make, saveMade, cancel } = useMakingAgain(pack.id);
  const columns: readonly SimpleColumn<IssuedDocument>[] = [
    {
      key: 'format',
      heading: 'Document',
      isRowHeading: true,
      width: '7.5rem',
      render: ({ format }) => formatLabel(format),
    },
    { key: 'name', heading: 'Saved as', render: ({ fileName }) => fileName },
    { key: 'size', heading: 'Size', align: 'end', width: '5rem', render: ({ size }) => sizeWords(size) },
    {
      key: 'sha256',
      heading: 'SHA-256',
      width: '17.5rem',
      render: ({ format, sha256 }) => <Sha256 label={`SHA-256 of the ${formatLabel(format)}`} value={sha256} />,
    },
    {
      key: 'again',
      heading: 'Make again',
      width: '7.5rem',
      render: ({ format }) => (
        <Button
          size="small"
          aria-label={`Make again: ${formatLabel(format)}`}
          busy={underWay?.format === format}
          isDisabled={pack.options === null || (underWay !== null && underWay.format !== format)}
          onPress={() => make(format)}
        >
          Make again
        </Button>
      ),
    },
  ];
  return (
    <Section
      heading="Documents"
      count={pack.documents.length}
      note="Made again from the board as it was then: the same bytes, whoever makes it and when."
    >
      <div className="pack-documents">
        <SimpleTable
          caption="Documents"
          hideCaption
          columns={columns}
          rows={pack.documents}
          rowKey={({ id }) => id}
          whenEmpty="No document is recorded with this pack."
        />
      </div>
      <div className="pack-saving">
        {underWay !== null && (
          <Progress
            label={`${formatLabel(underWay.format)}: ${underWay.doing}`}
            done={underWay.done}
            onCancel={cancel}
          />
        )}
        {made !== null && <AgainNotice made={made} onSave={() => void saveMade()} />}
      </div>
    </Section>
  );
}

/** A field that cannot be changed: the keyboard reaches it, and Ctrl+C copies it whole. */
function Sha256({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <textarea
      className="pack-sha256"
      aria-label={label}
      value={value}
      rows={2}
      readOnly
      spellCheck={false}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}

function AgainNotice({ made, onSave }: { readonly made: MadeAgain; readonly onSave: () => void }) {
  if (made.outcome === 'failed')
    return (
      <Notice kind="error" title="Not made again">
        {made.message}
      </Notice>
    );
  const title = { same: 'Identical', different: 'Different', printed: 'Made again', 'not-issued': 'Made' }[
    made.verdict
  ];
  return (
    <Notice
      kind={made.verdict === 'different' ? 'warning' : 'info'}
      title={title}
      action={<Button onPress={onSave}>Save it</Button>}
    >
      {made.words}
      {made.saved !== null && <p>{made.saved}</p>}
    </Notice>
  );
}
