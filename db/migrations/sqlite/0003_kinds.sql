CREATE TABLE `consultation_pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`alt` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`small` text NOT NULL,
	`large` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `consultation_pictures_consultation` ON `consultation_pictures` (`authority_id`,`consultation_id`);--> statement-breakpoint
CREATE TABLE `poll_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`device` text NOT NULL,
	`vote` text NOT NULL,
	`choice` text,
	`comment` text NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `poll_answers_once` ON `poll_answers` (`authority_id`,`statement_id`,`device`);--> statement-breakpoint
CREATE TABLE `polls` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`code` text NOT NULL,
	`audience` text NOT NULL,
	`on_screen` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `polls_code` ON `polls` (`code`);--> statement-breakpoint
CREATE INDEX `polls_authority` ON `polls` (`authority_id`);--> statement-breakpoint
CREATE TABLE `vote_history` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`member_id` text NOT NULL,
	`vote` text NOT NULL,
	`choice` text,
	`at` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vote_history_statement` ON `vote_history` (`authority_id`,`statement_id`);--> statement-breakpoint
CREATE INDEX `vote_history_member` ON `vote_history` (`authority_id`,`member_id`);