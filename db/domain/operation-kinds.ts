/**
 * What a person can do to the board, in words: for "Undo: …", the history of a record and the audit trail.
 * A kind that is not undoable is a recorded decision or a step of the machinery; it is taken back by its own later operation.
 */
type OperationKind = { readonly words: string; readonly undoable: boolean; readonly instead?: string };

const undoable = (words: string): OperationKind => ({ words, undoable: true });
/** `instead`: how it is taken back, since not by Undo. */
const final = (words: string, instead?: string): OperationKind => ({ words, undoable: false, instead });

export const OPERATION_KINDS = {
  'create-board': final('Created the board'),
  'edit-board': undoable('Changed the board’s settings'),
  'edit-settings': undoable('Changed a setting'),
  'edit-agency': undoable('Changed an agency'),
  'edit-body': undoable('Changed a body'),
  'edit-ladder': undoable('Changed the approval ladder'),
  'edit-closure': undoable('Changed a closure day'),
  'edit-rag-scheme': undoable('Changed a RAG scheme'),
  'edit-review-type': undoable('Changed a review type'),
  'add-review': undoable('Recorded a review'),
  'edit-review': undoable('Edited a review'),
  'move-stage': undoable('Moved a review to another stage'),
  'convert-review': undoable('Converted a review'),
  'hand-over': final('Handed a review over'),
  'receive-hand-over': final('Received a review that was handed over'),
  'take-back-review': final('Took a review back that was handed over'),
  'decide-whether-to-proceed': undoable('Recorded a decision whether to proceed'),
  'close-review': undoable('Closed a review'),
  'edit-label': undoable('Changed a label'),
  'edit-milestone': undoable('Changed a dated event'),
  'edit-clock': undoable('Changed a clock'),
  'edit-publication': undoable('Changed the publication record'),
  'decide-publication': final(
    'Recorded a publication decision',
    'It stays on record. If it is wrong or was changed, record the decision that takes its place.',
  ),
  'edit-delay': undoable('Changed a publication delay'),
  'edit-note': undoable('Changed a note'),
  'edit-review-record': undoable('Changed a review’s record'),
  'edit-recommendation': undoable('Changed a recommendation'),
  'add-recommendations': undoable('Added recommendations'),
  'answer-recommendations': undoable('Recorded an agency’s answer'),
  'add-action': undoable('Added an action'),
  'edit-action': undoable('Edited an action'),
  'change-target': undoable('Changed a target date'),
  'move-action': undoable('Moved an action to another state'),
  'add-update': undoable('Added a progress update'),
  'request-update': undoable('Recorded a request for an update'),
  'edit-evidence': undoable('Changed evidence'),
  'attach-file': undoable('Attached a file'),
  'split-action': undoable('Split an action'),
  'merge-actions': undoable('Merged actions'),
  'accept-updates': undoable('Accepted returned updates'),
  'rate-action': undoable('Recorded a RAG rating'),
  'record-approval': final(
    'Recorded an approval',
    'It stays on record. If it is wrong, revoke it on its review, plan or action, with a reason.',
  ),
  'discharge-condition': undoable('Discharged a condition'),
  'revoke-approval': final(
    'Revoked an approval',
    'It stays on record. If the body decided again, record that decision.',
  ),
  'edit-meeting': undoable('Changed a meeting'),
  'plan-meetings': undoable('Planned meetings'),
  'defer-item': undoable('Deferred an agenda item'),
  'edit-theme': undoable('Changed themes'),
  'merge-themes': undoable('Merged themes'),
  'edit-learning': undoable('Changed learning or impact'),
  'edit-stated-figure': undoable('Changed a stated figure'),
  'edit-pack-template': undoable('Changed a pack template'),
  'issue-pack': final('Issued a status pack', 'It stays in the register. Say in its note why it no longer holds.'),
  'note-pack': undoable('Changed the note of a status pack'),
  'table-pack': undoable('Tabled a status pack'),
  'edit-released-text': undoable('Changed what is released for publication'),
  'edit-saved-view': undoable('Changed a saved view'),
  'restore-value': undoable('Restored an earlier value'),
  remove: undoable('Removed a record'),
  'add-device': final('Let a laptop join', 'Remove the laptop in Sync, under its laptops.'),
  'rename-device': undoable('Renamed a laptop'),
  'continue-device': final('Went on after a backup was restored'),
  'remove-device': final('Removed a laptop', 'To come back, the laptop joins again.'),
  'adopt-runs': final('Took over the history of an export'),
  'edit-member': undoable('Changed a member'),
  'decide-conflict': final('Decided between two versions', 'Change the record to what it should say.'),
  import: final('Imported records'),
  undo: final('Took a change back'),
  redo: final('Made a change again'),
} as const satisfies Record<string, OperationKind>;

export type OperationKindCode = keyof typeof OPERATION_KINDS;

export const operationWords = (kind: string): string =>
  kind in OPERATION_KINDS ? OPERATION_KINDS[kind as OperationKindCode].words : kind;

/** How something that Undo does not take back is taken back. */
export const operationInstead = (kind: string): string => {
  const known: OperationKind | undefined = OPERATION_KINDS[kind as OperationKindCode];
  return known?.instead ?? 'It stays on record.';
};

/** A kind this version does not know is left alone. */
export const isUndoable = (kind: string): boolean =>
  kind in OPERATION_KINDS && OPERATION_KINDS[kind as OperationKindCode].undoable;

export const UNDOABLE_KINDS: readonly string[] = Object.keys(OPERATION_KINDS).filter(isUndoable);
