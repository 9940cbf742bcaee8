import { useState } from 'react';
import { Button } from '../../../ui/index.ts';
import { PasteRecommendations, type PasteRecommendationsProps } from './PasteRecommendations.tsx';

type AddManyButtonProps = Omit<PasteRecommendationsProps, 'onClose'>;

/** Opens the paste dialog: beside the form that adds one recommendation. */
export function AddManyButton(props: AddManyButtonProps) {
  const [isPasting, setIsPasting] = useState(false);
  return (
    <>
      <Button size="small" kind="quiet" icon="add" onPress={() => setIsPasting(true)}>
        Add many recommendations
      </Button>
      {isPasting && <PasteRecommendations {...props} onClose={() => setIsPasting(false)} />}
    </>
  );
}
