/** The review that an act of publication is about. */
export type PublicationActProps = {
  readonly reviewId: string;
  readonly reference: string;
  readonly onClose: () => void;
};
