CREATE TABLE `duty_contacts` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`phone` text NOT NULL,
	`hours` text NOT NULL,
	`out_of_hours` text NOT NULL,
	`family_line` text NOT NULL,
	`family_phone` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `moderations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`turn` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moderations_turn` ON `moderations` (`authority_id`,`source_kind`,`source_id`,`question`,`turn`);--> statement-breakpoint
CREATE INDEX `moderations_programme` ON `moderations` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `safeguarding_flags` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`question` text NOT NULL,
	`words` text NOT NULL,
	`found` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text NOT NULL,
	`forget_words` integer NOT NULL,
	`raised_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `safeguarding_flags_state` ON `safeguarding_flags` (`authority_id`,`state`,`raised_at`);--> statement-breakpoint
CREATE INDEX `safeguarding_flags_source` ON `safeguarding_flags` (`authority_id`,`source_kind`,`source_id`);--> statement-breakpoint
CREATE INDEX `safeguarding_flags_programme` ON `safeguarding_flags` (`authority_id`,`programme_id`,`state`);--> statement-breakpoint
CREATE TABLE `safeguarding_log` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`flag_id` text,
	`at` integer NOT NULL,
	`staff_id` text,
	`staff_name` text NOT NULL,
	`what` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`flag_id`) REFERENCES `safeguarding_flags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `safeguarding_log_flag` ON `safeguarding_log` (`authority_id`,`flag_id`,`at`);--> statement-breakpoint
CREATE INDEX `safeguarding_log_newest` ON `safeguarding_log` (`authority_id`,`at`);--> statement-breakpoint
CREATE TABLE `member_support` (
	`member_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`access` text NOT NULL,
	`interpreter` text NOT NULL,
	`childcare` text NOT NULL,
	`helps` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `member_support_authority` ON `member_support` (`authority_id`);--> statement-breakpoint
CREATE TABLE `member_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`member_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`reminded_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_terms_start` ON `member_terms` (`authority_id`,`member_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `panel_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`call_id` text NOT NULL,
	`interest_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`answer_by` text NOT NULL,
	`reminders` integer NOT NULL,
	`reminded_at` integer,
	`answer` text NOT NULL,
	`answered_at` integer,
	`how` text NOT NULL,
	`question` text NOT NULL,
	`lapsed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`call_id`) REFERENCES `open_calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_invitations_interest` ON `panel_invitations` (`authority_id`,`interest_id`);--> statement-breakpoint
CREATE INDEX `panel_invitations_call` ON `panel_invitations` (`authority_id`,`call_id`);--> statement-breakpoint
CREATE INDEX `panel_invitations_due` ON `panel_invitations` (`authority_id`,`answer_by`);--> statement-breakpoint
CREATE TABLE `panel_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`member_id` text NOT NULL,
	`for_day` text NOT NULL,
	`for_what` text NOT NULL,
	`kind` text NOT NULL,
	`pence` integer NOT NULL,
	`how` text NOT NULL,
	`evidence` text NOT NULL,
	`stream` text NOT NULL,
	`state` text NOT NULL,
	`paid_on` text,
	`reason` text NOT NULL,
	`warned_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `panel_payments_programme` ON `panel_payments` (`authority_id`,`programme_id`,`for_day`);--> statement-breakpoint
CREATE INDEX `panel_payments_member` ON `panel_payments` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `panel_population` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`way` text NOT NULL,
	`groups` text NOT NULL,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_population_way` ON `panel_population` (`authority_id`,`programme_id`,`way`);--> statement-breakpoint
CREATE TABLE `panel_settings` (
	`programme_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`contact_days` integer NOT NULL,
	`term_months` integer NOT NULL,
	`answer_days` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `panel_settings_authority` ON `panel_settings` (`authority_id`);--> statement-breakpoint
CREATE TABLE `panel_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`number` integer NOT NULL,
	`words` text NOT NULL,
	`starts_on` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_terms_number` ON `panel_terms` (`authority_id`,`programme_id`,`number`);--> statement-breakpoint
CREATE TABLE `terms_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`member_id` text NOT NULL,
	`terms_id` text NOT NULL,
	`agreed_on` text NOT NULL,
	`how` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`terms_id`) REFERENCES `panel_terms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_agreements_once` ON `terms_agreements` (`authority_id`,`member_id`,`terms_id`);--> statement-breakpoint
ALTER TABLE `consultations` ADD `kind` text DEFAULT 'statements' NOT NULL;--> statement-breakpoint
ALTER TABLE `consultations` ADD `settings` text;--> statement-breakpoint
ALTER TABLE `panel_members` ADD `left_why` text;--> statement-breakpoint
ALTER TABLE `panel_members` ADD `contacts_until` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `type` text DEFAULT 'statement' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `method` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `hint` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `options` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `about` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `state` text DEFAULT 'asked' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `proposed_by` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `proposed_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `votes` ADD `choice` text;--> statement-breakpoint
ALTER TABLE `votes` ADD `words` text;--> statement-breakpoint
ALTER TABLE `interests` ADD `joined_as` text;