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
CREATE UNIQUE INDEX `measure_values_once` ON `measure_values` (`authority_id`,`theory_id`,`measure_id`,`period_start`,`period_end`,`breakdown`,`group_name`,`replaced_by`);