package org.plumbline.index.build;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.plumbline.citations.Json;
import org.plumbline.citations.Term;
import org.plumbline.citations.design.AgeGroup;
import org.plumbline.citations.design.Ages;
import org.plumbline.citations.design.Subjects;
import org.plumbline.citations.design.TitleAndAbstract;
import org.plumbline.index.lucene.Fields;

/// Whom an article studied and how old they were, on its document: to be filtered by, and with the signals that
/// decided. They follow from the article and its texts, so they are not in its digest.
final class StudiedPeople {

    private StudiedPeople() {}

    static void add(Document document, List<Term> headings, TitleAndAbstract words) {
        Subjects subjects = Subjects.of(headings, words);
        Ages ages = Ages.of(headings, subjects, words);
        document.add(new StoredField(Fields.SUBJECTS, Json.line(subjects)));
        document.add(new StoredField(Fields.AGES, Json.line(ages)));
        document.add(new StringField(Fields.SUBJECTS_KIND, subjects.kind().name(), Field.Store.NO));
        for (AgeGroup group : ages.groups()) {
            document.add(new StringField(Fields.AGE, group.name(), Field.Store.NO));
        }
    }
}
