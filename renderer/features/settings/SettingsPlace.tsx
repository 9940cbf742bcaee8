import { useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { hrefTo } from '../../app/links.ts';
import { PlaceNotFound } from '../../app/PlaceNotFound.tsx';
import { SETTINGS_SECTIONS, type SettingsSection } from '../../app/places.ts';
import { Page, PageHeader } from '../../ui/index.ts';
import { AboutSection } from './AboutSection.tsx';
import { AgenciesSection } from './AgenciesSection.tsx';
import { BackupsSection } from './BackupsSection.tsx';
import { BoardSection } from './BoardSection.tsx';
import { BodiesSection } from './BodiesSection.tsx';
import { ClosuresSection } from './ClosuresSection.tsx';
import { LadderSection } from './LadderSection.tsx';
import { RagSection } from './RagSection.tsx';
import { ReviewTypesSection } from './ReviewTypesSection.tsx';
import { SecuritySection } from './SecuritySection.tsx';
import { ThemesSection } from './ThemesSection.tsx';
import './settings.css';

const sections: Readonly<Record<SettingsSection, ComponentType>> = {
  board: BoardSection,
  agencies: AgenciesSection,
  bodies: BodiesSection,
  ladder: LadderSection,
  rag: RagSection,
  'review-types': ReviewTypesSection,
  closures: ClosuresSection,
  themes: ThemesSection,
  security: SecuritySection,
  backups: BackupsSection,
  about: AboutSection,
};

export function SettingsPlace() {
  const { section } = useParams({ strict: false });
  const current = SETTINGS_SECTIONS.find(({ key }) => key === section);
  if (current === undefined) return <PlaceNotFound />;
  const Current = sections[current.key];
  return (
    <Page>
      <PageHeader title={current.label} above="Settings" />
      <div className="settings-room">
        <div className="settings">
          <nav className="settings-parts" aria-label="Parts of Settings">
            <ul>
              {SETTINGS_SECTIONS.map(({ key, label }) => (
                <li key={key}>
                  <a href={hrefTo(`/settings/${key}`)} aria-current={key === current.key ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="settings-part" key={current.key}>
            <Current />
          </div>
        </div>
      </div>
    </Page>
  );
}
