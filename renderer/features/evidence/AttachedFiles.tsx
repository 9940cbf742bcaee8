import './evidence.css';
import { useState } from 'react';
import type { AttachedFile } from '../../../db/contract/attachments.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, IconButton, showToast } from '../../ui/index.ts';
import { attachChosenFile } from './attach-file.ts';
import { saveCopy } from './save-copy.ts';
import { sizeWords } from './size-words.ts';

type AttachedFilesProps = {
  readonly evidenceId: string;
  readonly files: readonly AttachedFile[];
  readonly isReadOnly?: boolean;
};

/** Files that are kept in the encrypted board. They are never opened here: a copy is saved where the person chooses. */
export function AttachedFiles({ evidenceId, files, isReadOnly = false }: AttachedFilesProps) {
  const [isAttaching, setIsAttaching] = useState(false);
  const [savingId, setSavingId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attach = async (): Promise<void> => {
    setIsAttaching(true);
    setProblem(await attachChosenFile(evidenceId));
    setIsAttaching(false);
  };
  const saveOne = async (file: AttachedFile): Promise<void> => {
    setSavingId(file.id);
    setProblem(await saveCopy(file));
    setSavingId(null);
  };
  const detach = async ({ id, fileName }: AttachedFile): Promise<void> => {
    const outcome = await save(() => client.attachments.remove({ id }), `Detached “${fileName}”`);
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <div className="evidence-files">
      {files.length > 0 && (
        <>
          <ul className="evidence-file-list" aria-label="Attached files">
            {files.map((file) => (
              <li key={file.id}>
                <span className="evidence-file-name">{file.fileName}</span>
                <span className="ui-quiet">{sizeWords(file.size)}</span>
                <Button
                  size="small"
                  kind="quiet"
                  icon="download"
                  busy={savingId === file.id}
                  onPress={() => void saveOne(file)}
                  aria-label={`Save a copy of ${file.fileName}`}
                >
                  Save a copy
                </Button>
                {!isReadOnly && (
                  <IconButton
                    icon="close"
                    size="small"
                    label={`Detach ${file.fileName}`}
                    onPress={() => void detach(file)}
                  />
                )}
              </li>
            ))}
          </ul>
          <p className="ui-quiet evidence-copy-words">
            A saved copy lies outside the encrypted board: anyone with the laptop can read it. Delete it when you are
            done.
          </p>
        </>
      )}
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
      {!isReadOnly && (
        <div className="ui-row">
          <Button size="small" kind="quiet" icon="add" busy={isAttaching} onPress={() => void attach()}>
            Attach a file
          </Button>
          {files.length === 0 && <span className="ui-quiet">Up to 25 MB, kept encrypted in the board.</span>}
        </div>
      )}
    </div>
  );
}
