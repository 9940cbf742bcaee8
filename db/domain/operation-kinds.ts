/**
 * What a person can do to the board, in words: for "Undo: …", the history of a record and the audit trail.
 * A kind that is not undoable is a recorded decision or a step of the machinery; it is taken back by its own later operation.
 */
type OperationKind = { readonly words: string; readonly undoable: boolean };

const undoable = (words: string): OperationKind => ({ words, undoable: true });
const final = (words: string): OperationKind => ({ words, undoable: false });

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
  'edit-label': undoable('Changed a label'),
  'edit-milestone': undoable('Changed a dated event'),
  'edit-clock': undoable('Changed a clock'),
  'edit-publication': undoable('Changed the publication record'),
  'decide-publication': final('Recorded a publication decision'),
  'edit-delay': undoable('Changed a publication delay'),
  'edit-note': undoable('Changed a note'),
  'edit-review-record': undoable('Changed a review’s record'),
  'edit-recommendation': undoable('Changed a recommendation'),
  'add-action': undoable('Added an action'),
  'edit-action': undoable('Edited an action'),
  'change-target': undoable('Changed a target date'),
  'move-action': undoable('Moved an action to another state'),
  'add-update': undoable('Added a progress update'),
  'request-update': undoable('Recorded a request for an update'),
  'edit-evidence': undoable('Changed evidence'),
  'rate-action': undoable('Recorded a RAG rating'),
  'record-approval': final('Recorded an approval'),
  'discharge-condition': undoable('Discharged a condition'),
  'revoke-approval': final('Revoked an approval'),
  'edit-meeting': undoable('Changed a meeting'),
  'edit-theme': undoable('Changed themes'),
  'edit-learning': undoable('Changed learning or impact'),
  'edit-stated-figure': undoable('Changed a stated figure'),
  'edit-saved-view': undoable('Changed a saved view'),
  remove: undoable('Removed a record'),
  import: final('Imported records'),
  undo: final('Took a change back'),
  redo: final('Made a change again'),
} as const satisfies Record<string, OperationKind>;

export type OperationKindCode = keyof typeof OPERATION_KINDS;

export const operationWords = (kind: string): string =>
  kind in OPERATION_KINDS ? OPERATION_KINDS[kind as OperationKindCode].words : kind;

/** A kind this version does not know is left alone. */
export const isUndoable = (kind: string): boolean =>
  kind in OPERATION_KINDS && OPERATION_KINDS[kind as OperationKindCode].undoable;
