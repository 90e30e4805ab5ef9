#!/bin/bash
# Walks of people in a town, in the deep of the night, with touches and on the screen: who is shown first, and what a page
# says where there is no number. tests/journeys has more of them, at other hours, without a window.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# kiosk_in PROFILE LATITUDE LONGITUDE
kiosk_in() {
    profile=$1 latitude=$2 longitude=$3
    kiosk
}
a_nurse_in_namur_finds_the_care_centre() {
    kiosk_in hospital 50.4669 4.86746 && open_services && sees "Ouvre" && sees "Maintenant :" || return
    reach "CPVS Namur" && sees "Avenue Albert Ier 143, Namur" && touch_button "CPVS Namur" &&
        await 5 "the page of the centre" sees "Pas de numéro vérifié" && sees "Avenue Albert Ier 143" &&
        sees "Jour et nuit" && picture centre
}

from_namur_she_asks_who_helps_in_liege() {
    touch_button "Retour" && await 5 "the services" sees "CPVS Namur" && touch_button "Autre ville" &&
        await 5 "the places" sees "Ici, près de cet écran" && touch_button "Liège" &&
        await 5 "the list from its top" sees "Maintenant, si vous voulez" && reach "CPVS Liège" && sees_no "CPVS Namur"
}

the_next_visitor_is_told_from_namur() {
    local leaver=$visitor
    leave && await 10 "a fresh welcome" is_fresh_welcome "$leaver" && open_services &&
        reach "CPVS Namur" && sees_no "CPVS Liège"
}

whoever_fears_to_do_harm_finds_somebody_at_night() {
    kiosk_in town-hall 50.85 4.35 && open_situations && touch_button "J’ai peur de faire du mal à quelqu’un" &&
        await 5 "the separate door" sees "0800 200 99" && reach "Télé-Accueil, 107"
}

what_is_not_confirmed_stands_behind_one_key() {
    kiosk_in hospital 50.85 4.35 && open_situations && touch_button "Harcèlement à l’école" &&
        await 5 "the services" sees "103" && touch_button "Pas confirmé : 3" &&
        await 5 "the page of those" sees "Aucun contact vérifié" && sees "N’accueille pas le public"
}

a_child_at_school_is_spoken_to() {
    kiosk_in school 50.45413 3.95229 && touch_button "Français" && await 5 "the situations" sees "Ce n’est pas ta faute." &&
        touch_button "Photos, vidéos de toi" && await 5 "the services" sees "103" && sees "116 000" && sees_no "vous"
}

walks() {
    test_that "A nurse in Namur finds the care centre before its number is known" a_nurse_in_namur_finds_the_care_centre
    test_that "From Namur, somebody asks who helps in Liège" from_namur_she_asks_who_helps_in_liege
    test_that "The next visitor is told from Namur again" the_next_visitor_is_told_from_namur
    test_that "Whoever fears to do harm finds somebody at night" whoever_fears_to_do_harm_finds_somebody_at_night
    test_that "What is not confirmed stands behind one key" what_is_not_confirmed_stands_behind_one_key
    test_that "A child at school is spoken to as a child" a_child_at_school_is_spoken_to
}

on_every_rig_at_once walks
[ $failures = 0 ]
