import { Button, Notice } from '../ui/index.ts';
import { errorToWords } from './failure-words.ts';

type FailureProps = {
  readonly error: unknown;
  /** Shows "Try again". */
  readonly onRetry?: () => void;
};

/** Says what went wrong in plain words, where the answer would have stood. */
export function Failure({ error, onRetry }: FailureProps) {
  const { happened, advice } = errorToWords(error);
  return (
    <Notice kind="error" title={happened} action={onRetry && <Button onPress={onRetry}>Try again</Button>}>
      {advice}
    </Notice>
  );
}
