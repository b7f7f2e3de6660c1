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
CREATE INDEX `vote_history_member` ON `vote_history` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`leads` text NOT NULL,
	`paper` text NOT NULL,
	`about_kind` text NOT NULL,
	`about_id` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`authority_id`,`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`how` text NOT NULL,
	`named` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`authority_id`,`meeting_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `attendances_member` ON `attendances` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `meeting_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text NOT NULL,
	`settled_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_actions_meeting` ON `meeting_actions` (`authority_id`,`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_actions_programme` ON `meeting_actions` (`authority_id`,`programme_id`,`state`);--> statement-breakpoint
CREATE TABLE `meeting_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`because` text NOT NULL,
	`rests_on` text NOT NULL,
	`votes_for` integer,
	`votes_against` integer,
	`votes_abstained` integer,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_decisions_meeting` ON `meeting_decisions` (`authority_id`,`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `meeting_decisions_programme` ON `meeting_decisions` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `meeting_guests` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`category` text NOT NULL,
	`count` integer NOT NULL,
	`names` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_guests_once` ON `meeting_guests` (`authority_id`,`meeting_id`,`category`);--> statement-breakpoint
CREATE TABLE `meeting_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`reply` text NOT NULL,
	`needs` text NOT NULL,
	`replied_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_invitations_once` ON `meeting_invitations` (`authority_id`,`meeting_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `meeting_invitations_member` ON `meeting_invitations` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `meeting_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`said_by` text NOT NULL,
	`consent` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_notes_meeting` ON `meeting_notes` (`authority_id`,`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `meeting_notes_programme` ON `meeting_notes` (`authority_id`,`programme_id`,`kind`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`group_id` text,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`how` text NOT NULL,
	`place` text NOT NULL,
	`site_id` text,
	`joining_link` text NOT NULL,
	`interpreters` text NOT NULL,
	`childcare` integer NOT NULL,
	`travel` integer NOT NULL,
	`easy_read` integer NOT NULL,
	`helps` text NOT NULL,
	`quorum` integer,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`sequence` integer NOT NULL,
	`papers_at` integer,
	`minutes_at` integer,
	`approved_on` text,
	`approved_at` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meetings_programme` ON `meetings` (`authority_id`,`programme_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `theory_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`theory_id` text NOT NULL,
	`finding_key` text NOT NULL,
	`message` text NOT NULL,
	`because` text NOT NULL,
	`person_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theory_id`) REFERENCES `theories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `theory_acceptances_once` ON `theory_acceptances` (`authority_id`,`theory_id`,`finding_key`);--> statement-breakpoint
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
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`member_id` text,
	`interest_id` text,
	`person_id` text,
	`about` text,
	`data` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`queued_at` integer NOT NULL,
	`send_after` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease` text,
	`leased_until` integer,
	`settled_at` integer,
	`reason` text NOT NULL,
	`carrier_ref` text NOT NULL,
	`once_key` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `messages_programme` ON `messages` (`authority_id`,`programme_id`,`queued_at`);--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`authority_id`,`state`,`send_after`);--> statement-breakpoint
CREATE INDEX `messages_member` ON `messages` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `messages_interest` ON `messages` (`authority_id`,`interest_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`authority_id`,`once_key`);--> statement-breakpoint
CREATE TABLE `purpose_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`purpose` text NOT NULL,
	`member_id` text,
	`interest_id` text,
	`person_id` text,
	`about` text,
	`once` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`replaced_at` integer,
	`used_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `purpose_links_member` ON `purpose_links` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `purpose_links_interest` ON `purpose_links` (`authority_id`,`interest_id`);--> statement-breakpoint
CREATE TABLE `conversation_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`number` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`moderated` integer NOT NULL,
	`cast_agrees` integer NOT NULL,
	`cast_disagrees` integer NOT NULL,
	`cast_passes` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversation_statements_conversation` ON `conversation_statements` (`authority_id`,`conversation_id`,`position`);--> statement-breakpoint
CREATE TABLE `conversation_voters` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`votes` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversation_voters_conversation` ON `conversation_voters` (`authority_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`digest` text NOT NULL,
	`voters` integer NOT NULL,
	`votes_cast` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversations_programme` ON `conversations` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_digest` ON `conversations` (`authority_id`,`programme_id`,`digest`);--> statement-breakpoint
CREATE TABLE `participation_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`quarter` text NOT NULL,
	`line` text NOT NULL,
	`value` integer,
	`reason` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `participation_corrections_quarter` ON `participation_corrections` (`authority_id`,`programme_id`,`quarter`);--> statement-breakpoint
CREATE TABLE `participation_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`quarter` text NOT NULL,
	`number` integer NOT NULL,
	`answers` text NOT NULL,
	`frozen` text,
	`submitted_at` integer,
	`submitted_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participation_returns_once` ON `participation_returns` (`authority_id`,`programme_id`,`quarter`,`number`);--> statement-breakpoint
CREATE TABLE `board_matters` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`board_id` text NOT NULL,
	`put_on` text NOT NULL,
	`put_by` text NOT NULL,
	`put` text NOT NULL,
	`outcome` text NOT NULL,
	`decided` text NOT NULL,
	`decided_on` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_matters_board` ON `board_matters` (`authority_id`,`board_id`,`put_on`);--> statement-breakpoint
CREATE TABLE `board_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`board_id` text NOT NULL,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`role` text NOT NULL,
	`voting` integer NOT NULL,
	`of_panel` integer NOT NULL,
	`member_id` text,
	`from_on` text,
	`until_on` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `board_seats_board` ON `board_seats` (`authority_id`,`board_id`);--> statement-breakpoint
CREATE INDEX `board_seats_member` ON `board_seats` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `boards` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`terms` text NOT NULL,
	`cycle` text NOT NULL,
	`quorum` integer,
	`reports_to` text,
	`closed_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `boards_programme` ON `boards` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `answer_settings` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`days_to_answer` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `hear_back` (
	`member_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`wants` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `hear_back_authority` ON `hear_back` (`authority_id`,`wants`);--> statement-breakpoint
CREATE TABLE `reply_history` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`reply_id` text NOT NULL,
	`status` text NOT NULL,
	`you_said` text NOT NULL,
	`words` text NOT NULL,
	`because` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`is_public` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reply_history_reply` ON `reply_history` (`authority_id`,`reply_id`,`at`);--> statement-breakpoint
CREATE TABLE `reply_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`reply_id` text NOT NULL,
	`language` text NOT NULL,
	`you_said` text NOT NULL,
	`words` text NOT NULL,
	`because` text NOT NULL,
	`of_digest` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reply_texts_once` ON `reply_texts` (`authority_id`,`reply_id`,`language`);--> statement-breakpoint
CREATE TABLE `consulting_times` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`least_days` integer NOT NULL,
	`why` text NOT NULL,
	`elections` text NOT NULL,
	`changed_on` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `formal_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`part` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`before` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `formal_corrections_of` ON `formal_corrections` (`authority_id`,`consultation_id`,`at`);--> statement-breakpoint
CREATE TABLE `formal_files` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`file_name` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `formal_files_of` ON `formal_files` (`authority_id`,`consultation_id`);--> statement-breakpoint
CREATE TABLE `formal_records` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`parts` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `formal_records_authority` ON `formal_records` (`authority_id`);--> statement-breakpoint
ALTER TABLE `personal_links` ADD `about` text;--> statement-breakpoint
ALTER TABLE `personal_links` ADD `ends_earlier` integer DEFAULT false NOT NULL;--> statement-breakpoint
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
ALTER TABLE `interests` ADD `joined_as` text;--> statement-breakpoint
ALTER TABLE `thread_links` ADD `relation` text DEFAULT '' NOT NULL;