import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { listHref } from '../../../app/links.ts';
import { addRecord, editRecord, removeRecord } from '../../../app/use-record-edit.ts';
import { EditableText, Tag } from '../../../ui/index.ts';
import { ThemeRecurrence } from '../../themes/ThemeRecurrence.tsx';
import { AddTheme } from './AddTheme.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { tellRefusal } from './saving.ts';

/** What the learning is about. Each theme leads to the other reviews that have it. */
export function Themes({ detail: { review, themes } }: { readonly detail: ReviewDetail }) {
  const add = async (themeId: string): Promise<void> =>
    tellRefusal(await addRecord('reviewThemes', { reviewId: review.id, themeId }));
  const remove = async (id: string): Promise<void> => tellRefusal(await removeRecord('reviewThemes', id));
  return (
    <ReviewPart part="themes" count={themes.length}>
      {themes.length === 0 && <p className="ui-quiet">No theme yet. Themes show what recurs across reviews.</p>}
      <ul className="review-themes">
        {themes.map((theme) => (
          <li key={theme.id}>
            <Tag onRemove={() => void remove(theme.id)} removeLabel={`Remove the theme ${theme.name}`}>
              {theme.name}
            </Tag>
            <EditableText
              layout="bare"
              label={`Note on the theme ${theme.name}`}
              whenEmpty="Add a note"
              value={theme.note}
              onSave={editRecord('reviewThemes', theme, 'note')}
            />
            <a href={listHref('reviews', { themeId: theme.themeId })}>
              Reviews with it<span className="ui-visually-hidden">: {theme.name}</span>
            </a>
          </li>
        ))}
      </ul>
      <ThemeRecurrence reviewId={review.id} />
      <AddTheme
        label="Add a theme to this review"
        chosen={themes.map(({ themeId }) => themeId)}
        onAdd={(themeId) => void add(themeId)}
      />
    </ReviewPart>
  );
}
