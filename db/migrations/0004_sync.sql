CREATE TABLE `adoptedRuns` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`deviceId` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `conflictDecisions` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`conflictId` text NOT NULL,
	`tableName` text NOT NULL,
	`rowId` text NOT NULL,
	`cell` text NOT NULL,
	`sides` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	CONSTRAINT "conflictDecisions_choice_is_known" CHECK("conflictDecisions"."choice" in ('side', 'combined', 'deferred')),
	CONSTRAINT "conflictDecisions_sides_are_json" CHECK(json_valid("conflictDecisions"."sides"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `conflictDecisions_row` ON `conflictDecisions` (`rowId`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`tableName` text NOT NULL,
	`rowId` text NOT NULL,
	`cell` text NOT NULL,
	`base` text,
	`sides` text NOT NULL,
	`shown` text,
	`deferred` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `conflicts_row` ON `conflicts` (`rowId`);--> statement-breakpoint
CREATE TABLE `deviceRemovals` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`deviceId` text NOT NULL,
	`lastSequence` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`deviceId`) REFERENCES `memberDevices`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `deviceRemovals_device` ON `deviceRemovals` (`deviceId`);--> statement-breakpoint
CREATE TABLE `deviceSeals` (
	`deviceId` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`deviceId`, `sequence`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `disputedRows` (
	`rowId` text PRIMARY KEY NOT NULL,
	`tableName` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `exchanges` (
	`deviceId` text PRIMARY KEY NOT NULL,
	`has` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `heldBack` (
	`change` integer PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	FOREIGN KEY (`change`) REFERENCES `changes`(`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `joinOffers` (
	`requestHash` text PRIMARY KEY NOT NULL,
	`request` blob NOT NULL,
	`acceptance` blob NOT NULL,
	`madeAt` integer NOT NULL,
	`wrongCodes` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `memberDevices` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`memberId` text NOT NULL,
	`name` text NOT NULL,
	`signKey` text NOT NULL,
	`receiveKey` text NOT NULL,
	`joinedOn` text NOT NULL,
	`continuesDeviceId` text,
	FOREIGN KEY (`memberId`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberDevices_has_a_sign_key" CHECK(length("memberDevices"."signKey") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `memberDevices_member` ON `memberDevices` (`memberId`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`post` text NOT NULL,
	`note` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `syncPlaces` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`paused` integer DEFAULT 0 NOT NULL,
	`lastLookAt` integer,
	CONSTRAINT "syncPlaces_paused_is_yes_or_no" CHECK("syncPlaces"."paused" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `thisDevice` (
	`id` text PRIMARY KEY NOT NULL,
	`signSeed` text,
	`receiveIdentity` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `waitingRuns` (
	`deviceId` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`lines` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`deviceId`, `first`, `last`)
) STRICT;
--> statement-breakpoint
DROP INDEX `operations_clock`;--> statement-breakpoint
ALTER TABLE `operations` ADD `seen` text;--> statement-breakpoint
CREATE INDEX `operations_seen` ON `operations` (`deviceId`,`sequence`) WHERE "operations"."seen" is not null;--> statement-breakpoint
CREATE INDEX `operations_clock` ON `operations` (`clock`,`deviceId`,`sequence`);--> statement-breakpoint
ALTER TABLE `packs` ADD `logVector` text;--> statement-breakpoint
INSERT INTO `thisDevice` (`id`) SELECT `id` FROM `devices` ORDER BY `addedAt`, `id` LIMIT 1;
