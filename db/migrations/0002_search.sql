CREATE TABLE `searchRecords` (
	`number` integer PRIMARY KEY NOT NULL,
	`rowId` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `searchRecords_row` ON `searchRecords` (`rowId`);
--> statement-breakpoint
CREATE TABLE `searchWaiting` (
	`number` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `searchDefinition` (
	`definition` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE searchTexts USING fts5(reference, title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4');
--> statement-breakpoint
INSERT INTO searchTexts (searchTexts, rank) VALUES ('secure-delete', 1);
