CREATE TABLE `batch_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`response_id` text NOT NULL,
	`number` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_on` text NOT NULL,
	`sampled` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `entry_batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_entries_number` ON `batch_entries` (`authority_id`,`batch_id`,`number`);--> statement-breakpoint
CREATE INDEX `batch_entries_response` ON `batch_entries` (`authority_id`,`response_id`);--> statement-breakpoint
CREATE TABLE `entry_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version_id` text NOT NULL,
	`channel` text NOT NULL,
	`place` text NOT NULL,
	`received_on` text NOT NULL,
	`expected` integer,
	`status` text NOT NULL,
	`sample_share` integer NOT NULL,
	`sample_seed` text,
	`version` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `survey_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_batches_survey` ON `entry_batches` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `second_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`first_answers` text NOT NULL,
	`answers` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_on` text NOT NULL,
	`settled` text NOT NULL,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`batch_id`) REFERENCES `entry_batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `batch_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_entries_entry` ON `second_entries` (`authority_id`,`entry_id`);--> statement-breakpoint
CREATE INDEX `second_entries_batch` ON `second_entries` (`authority_id`,`batch_id`);--> statement-breakpoint
CREATE TABLE `listening_events` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`held_on` text NOT NULL,
	`facilitator` text NOT NULL,
	`languages` text NOT NULL,
	`heads` text NOT NULL,
	`keep_until` text NOT NULL,
	`version` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listening_events_programme` ON `listening_events` (`authority_id`,`programme_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `note_excerpts` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`said_by` text NOT NULL,
	`consent` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `listening_events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `note_excerpts_event` ON `note_excerpts` (`authority_id`,`event_id`,`position`);--> statement-breakpoint
CREATE INDEX `note_excerpts_programme` ON `note_excerpts` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `area_boundaries` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`title` text NOT NULL,
	`level` text NOT NULL,
	`year` text NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`tolerance` real NOT NULL,
	`areas` integer NOT NULL,
	`points_before` integer NOT NULL,
	`points` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_boundaries_level` ON `area_boundaries` (`authority_id`,`level`,`year`);--> statement-breakpoint
CREATE TABLE `area_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`instead` text NOT NULL,
	`because` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `area_decisions_area` ON `area_decisions` (`authority_id`,`programme_id`,`code`);--> statement-breakpoint
CREATE TABLE `area_links` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`file_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`to_code` text NOT NULL,
	`to_name` text NOT NULL,
	`change` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `area_files`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_links_file` ON `area_links` (`authority_id`,`file_id`,`code`);--> statement-breakpoint
CREATE TABLE `area_settings` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`codes` text NOT NULL,
	`reach_metres` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `area_shapes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`boundaries_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`polygons` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`boundaries_id`) REFERENCES `area_boundaries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `area_shapes_boundaries` ON `area_shapes` (`authority_id`,`boundaries_id`,`code`);--> statement-breakpoint
CREATE TABLE `register_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`register` text NOT NULL,
	`name` text NOT NULL,
	`fields` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `register_rows_programme` ON `register_rows` (`authority_id`,`programme_id`,`register`);--> statement-breakpoint
ALTER TABLE `area_files` ADD `level` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `area_files` ADD `boundaries` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `area_files` ADD `notes` text;--> statement-breakpoint
ALTER TABLE `area_files` ADD `is_own_count` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `area_rows` ADD `level` text DEFAULT '' NOT NULL;