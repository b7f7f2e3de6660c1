CREATE TABLE `theory_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`kind` text NOT NULL,
	`on_id` text,
	`more` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theory_pieces_theory` ON `theory_pieces` (`authority_id`,`theory_id`);--> statement-breakpoint
CREATE TABLE `theory_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`name` text NOT NULL,
	`sequence` integer NOT NULL,
	`note` text NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	`code` text,
	`published_at` integer,
	`published_by` text DEFAULT '' NOT NULL,
	`public_content` text,
	`comment` text DEFAULT '' NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theory_versions_theory` ON `theory_versions` (`authority_id`,`theory_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `theory_versions_code` ON `theory_versions` (`code`);--> statement-breakpoint
CREATE TABLE `measure_values` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`value` real NOT NULL,
	`numerator` real,
	`denominator` real,
	`breakdown` text NOT NULL,
	`group_name` text NOT NULL,
	`note` text NOT NULL,
	`person_name` text NOT NULL,
	`at` integer NOT NULL,
	`replaced_by` text NOT NULL,
	`withdrawn` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `measure_values_theory` ON `measure_values` (`authority_id`,`theory_id`,`measure_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_values_once` ON `measure_values` (`authority_id`,`theory_id`,`measure_id`,`period_start`,`period_end`,`breakdown`,`group_name`,`replaced_by`);--> statement-breakpoint
CREATE TABLE `plan_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`line_id` text,
	`line_title` text DEFAULT '' NOT NULL,
	`words` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`settled_name` text DEFAULT '' NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `plan_comments_programme` ON `plan_comments` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`frozen` text NOT NULL,
	`digest` text NOT NULL,
	`put_up_by` text NOT NULL,
	`put_up_name` text NOT NULL,
	`put_up_at` integer NOT NULL,
	`decided_name` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`words` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_versions_number` ON `plan_versions` (`authority_id`,`programme_id`,`number`);--> statement-breakpoint
CREATE INDEX `plan_versions_digest` ON `plan_versions` (`digest`);--> statement-breakpoint
ALTER TABLE `theories` ADD `more` text;--> statement-breakpoint
ALTER TABLE `theory_operations` ADD `batch` text;