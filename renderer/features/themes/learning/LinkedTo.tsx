import { actionHref, hrefTo, reviewHref, themeHref } from '../../../app/links.ts';

type LinkedToProps = {
  readonly reviewId: string | null;
  readonly reviewReference: string | null;
  readonly themeId?: string | null;
  readonly theme?: string | null;
  readonly actionId?: string | null;
  readonly actionNumber?: string | null;
  readonly externalReportId?: string | null;
  readonly reportReference?: string | null;
};

/** Where a product or a check belongs: one link a record. */
export function LinkedTo(props: LinkedToProps) {
  const links = [
    props.reviewId !== null && { href: reviewHref(props.reviewId, 'learning'), words: props.reviewReference },
    props.themeId && { href: themeHref(props.themeId), words: props.theme },
    props.actionId && { href: actionHref(props.actionId), words: `Action ${props.actionNumber ?? ''}` },
    props.externalReportId && {
      href: hrefTo(`/actions/answered/${props.externalReportId}`),
      words: props.reportReference,
    },
  ].filter((link) => link !== false && link !== null && link !== undefined && link !== '');
  if (links.length === 0) return <span className="ui-quiet">Nothing</span>;
  return (
    <ul className="theme-links">
      {links.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
