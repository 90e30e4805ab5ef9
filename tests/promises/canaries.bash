# shellcheck shell=bash
# A snapshot with one service that exists nowhere else, made of words that nobody has ever written: whatever of them is
# found in memory comes from a visit to it. To be sourced. The words are new in every run.
# shellcheck disable=SC2154  # bin and source_folder are the rig's

# letters COUNT ALPHABET...: letters of languages that hardly use them, so that six in a row are like no other six.
letters() {
    local count=$1 word='' letter last=
    shift
    while [ ${#word} -lt "$count" ]; do
        letter=${*:RANDOM % $# + 1:1}
        [ "$letter" = "$last" ] || word+=$letter
        last=$letter
    done
    echo "$word"
}
latin() { letters "$1" b f g j k q v w x z; }
# The accents show whether they can be left out; the capital, whether it can be made small.
word() { echo "Q$(latin 5)é$(latin 4)ô$(latin 6)"; }
# bash counts bytes here (LC_ALL=C): twelve letters are twenty-four.
arabic_word() { letters 24 ث خ ذ ض ظ غ; }
digits() { letters "$1" 0 1 2 3 4 5 6 7 8 9; }

# make_canaries FOLDER: chooses the words, and builds FOLDER/canary.snapshot and FOLDER/canaries.
make_canaries() {
    canary_id=$(latin 18)
    canary_name=$(word)
    canary_summary=$(word)
    canary_french=$(word)
    canary_dutch=$(word)
    canary_arabic=$(arabic_word)
    canary_below=$(word)
    # 999 is the code of no country: nobody answers there.
    canary_number="+999 $(digits 3) $(digits 3) $(digits 3) $(digits 3)"
    canary_uri=tel:${canary_number// /}
    cp -r "$source_folder/data" "$1/data"
    write_record >"$1/data/records/$canary_id.toml"
    translate_record "$canary_dutch" >>"$1/data/translations/nl/records.po"
    translate_record "$canary_arabic" >>"$1/data/translations/ar/records.po"
    name_canaries >"$1/canaries"
    "$bin/halte-directory" build "$1/data" -o "$1/canary.snapshot" >"$1/build.log" 2>&1
}

write_record() {
    cat <<TOML
id = "$canary_id"
name = "$canary_name"
status = "active"
assured_date = 2026-11-24
asked_for = false
order = 1
kind = "independent"
source_kind = "service"
situations = ["rape"]
languages = ["fr"]

[text]
summary = "$canary_summary"
description = "$canary_french"

[[location]]
name = "$canary_below"
city = "Namur"
publish = "yes"
source = "https://example.org/"

[[phone]]
number = "$canary_number"
type = "voice"
publish = "yes"
source = "https://example.org/"
TOML
}

# translate_record WORDS
translate_record() {
    printf '\n# reviewed by a test on 2026-11-24\n#: records/%s.toml\nmsgid "%s"\nmsgstr "%s"\n' "$canary_id" "$canary_french" "$1"
}

# For memory-search. What is drawn, and where, a visit adds.
name_canaries() {
    printf 'text\tname\tfr\t%s\n' "$canary_name"
    printf 'text\tsummary\tfr\t%s\n' "$canary_summary"
    printf 'text\tin-dutch\tnl\t%s\n' "$canary_dutch"
    printf 'text\tin-arabic\tar\t%s\n' "$canary_arabic"
    printf 'text\tbelow\tfr\t%s\n' "$canary_below"
    printf 'whole\tid\t%s\n' "$canary_id"
    printf 'whole\tnumber\t%s\n' "$canary_number" "${canary_number// /$'\xc2\xa0'}" "${canary_uri}"
}
